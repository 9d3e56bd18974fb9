@NullMarked
package org.orbweaver.app;

import org.jspecify.annotations.NullMarked;
