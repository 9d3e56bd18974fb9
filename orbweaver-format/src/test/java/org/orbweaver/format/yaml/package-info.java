@NullMarked
package org.orbweaver.format.yaml;

import org.jspecify.annotations.NullMarked;
