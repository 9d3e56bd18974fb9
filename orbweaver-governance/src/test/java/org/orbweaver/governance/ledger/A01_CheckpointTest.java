package org.orbweaver.governance.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orbweaver.governance.merkle.Hash;
import org.orbweaver.governance.signing.MalformedException;

/** c2sp.org/tlog-checkpoint and its example. */
class A01_CheckpointTest {
  private static final String ROOT = "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=";
  private static final String EXAMPLE = "example.com/behind-the-sofa\n20852163\n" + ROOT + "\n";

  @Test
  void theExampleIsRead() {
    Checkpoint checkpoint = Checkpoint.parse(EXAMPLE);
    assertThat(checkpoint.origin()).isEqualTo("example.com/behind-the-sofa");
    assertThat(checkpoint.size()).isEqualTo(20852163);
    assertThat(checkpoint.root()).hasToString(ROOT);
    assertThat(checkpoint.text()).isEqualTo(EXAMPLE);
  }

  @Test
  void furtherLinesAreKept() {
    Checkpoint checkpoint = Checkpoint.parse(EXAMPLE + "more\n");
    assertThat(checkpoint.extensions()).containsExactly("more");
    assertThat(checkpoint.text()).isEqualTo(EXAMPLE + "more\n");
  }

  @Test
  void theEmptyLogHasItsCheckpoint() {
    assertThat(new Checkpoint("o", 0, Hash.EMPTY).text())
        .isEqualTo("o\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n");
  }

  @Test
  void noneIsWithoutOriginOrOfASizeBelowNothing() {
    assertThatThrownBy(() -> new Checkpoint("", 0, Hash.EMPTY))
        .isInstanceOf(MalformedException.class);
    assertThatThrownBy(() -> new Checkpoint("o", -1, Hash.EMPTY))
        .isInstanceOf(MalformedException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "o\n1\n",
        "o\n1\n" + ROOT,
        "\n1\n" + ROOT + "\n",
        "o\n01\n" + ROOT + "\n",
        "o\n-1\n" + ROOT + "\n",
        "o\n+1\n" + ROOT + "\n",
        "o\n1.0\n" + ROOT + "\n",
        "o\n9999999999999999999\n" + ROOT + "\n",
        "o\n\u0661\n" + ROOT + "\n",
        "o\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I\n",
        "o\n1\nAAAA\n",
        "o\n1\n" + ROOT + "\n\nx\n",
        "o\n1\n" + ROOT + "\n\n"
      })
  void otherTextsAreNoCheckpoints(String text) {
    assertThatThrownBy(() -> Checkpoint.parse(text)).isInstanceOf(MalformedException.class);
  }
}
