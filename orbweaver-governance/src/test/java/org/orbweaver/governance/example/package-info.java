/**
 * The example under examples/ledger: the program that makes it, the same bytes each time, and the
 * test that it is verified and that no changed copy is.
 */
@NullMarked
package org.orbweaver.governance.example;

import org.jspecify.annotations.NullMarked;
