@NullMarked
package org.orbweaver.format;

import org.jspecify.annotations.NullMarked;
