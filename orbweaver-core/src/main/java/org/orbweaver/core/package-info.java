@NullMarked
package org.orbweaver.core;

import org.jspecify.annotations.NullMarked;
