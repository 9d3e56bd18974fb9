@NullMarked
package org.orbweaver.format.input;

import org.jspecify.annotations.NullMarked;
