package org.orbweaver.core.scenario;

import org.jspecify.annotations.Nullable;
import org.orbweaver.core.orbit.Generation;

/** A group of satellites: exactly one of {@code walker} and {@code elements}. */
@ExactlyOne({"walker", "elements"})
public record ConstellationSpec(
    @Key(
            value = "Name; generated satellites are called NAME-PLANE-SLOT.",
            pattern = "[A-Za-z0-9][A-Za-z0-9_.-]{0,62}",
            form = "1 to 63 letters of a to z, digits, _, . and -, the first a letter or digit",
            example = "shell1")
        String name,
    @Key("A generated Walker shell.") @Nullable WalkerSpec walker,
    @Key("Real element sets from a file.") @Nullable ElementsSpec elements,
    @Key(
            value =
                "Make of its satellites, for radio.budget.payloads and the strategy as-observed;"
                    + " where absent, what their names or launches tell.",
            example = "v2-mini")
        @Nullable Generation generation) {}
