@NullMarked
package org.orbweaver.app.spec;

import org.jspecify.annotations.NullMarked;
