/** What a radio link carries: attenuation by air and rain, budgets, spectral efficiency. */
@NullMarked
package org.orbweaver.core.radio;

import org.jspecify.annotations.NullMarked;
