/** Rows of named columns, written as a table, CSV or JSON. */
@NullMarked
package org.orbweaver.app.output;

import org.jspecify.annotations.NullMarked;
