@NullMarked
package org.orbweaver.format.elements;

import org.jspecify.annotations.NullMarked;
