/** Tables of comma-separated values (RFC 4180) that know where each cell stands. */
@NullMarked
package org.orbweaver.format.csv;

import org.jspecify.annotations.NullMarked;
