/** Tests of witnesses: A one alone, B a log that asks several. */
@NullMarked
package org.orbweaver.governance.witness;

import org.jspecify.annotations.NullMarked;
