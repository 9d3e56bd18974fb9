/** Tests of signing: A keys, B notes, C cosignatures, D envelopes, E parsers under any input. */
@NullMarked
package org.orbweaver.governance.signing;

import org.jspecify.annotations.NullMarked;
