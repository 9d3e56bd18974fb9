/** Tests of previews: A maps, B two plans side by side. */
@NullMarked
package org.orbweaver.study.preview;

import org.jspecify.annotations.NullMarked;
