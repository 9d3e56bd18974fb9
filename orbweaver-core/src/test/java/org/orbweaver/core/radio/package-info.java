@NullMarked
package org.orbweaver.core.radio;

import org.jspecify.annotations.NullMarked;
