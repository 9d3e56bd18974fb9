@NullMarked
package org.orbweaver.format.csv;

import org.jspecify.annotations.NullMarked;
