package org.orbweaver.app.store;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** The same on a server. */
class A02_PostgresStoreTest extends StoreContract {
  private final String url = TestPostgres.newDatabase();

  @Override
  SqlStore open() {
    return SqlStore.atUrl(url);
  }

  @Test
  void d01_urlsAndServersThatAreNoneAreNamedWithoutTheirPassword() {
    for (String wrong :
        new String[] {
          "postgresql://", "postgresql://host", "postgresql://u:secret@h/d?x=1", "a b"
        }) {
      assertThatThrownBy(() -> SqlStore.atUrl(wrong))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageNotContaining("secret");
    }
    String nobody = url.replaceAll(":[0-9]+/", ":9/");
    assertThatThrownBy(() -> SqlStore.atUrl(nobody))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("cannot be reached");
    assertThatThrownBy(() -> SqlStore.atUrl(url + "_none"))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("no database of that name");
  }
}
