@NullMarked
package org.orbweaver.format.doc;

import org.jspecify.annotations.NullMarked;
