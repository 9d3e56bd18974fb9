/**
 * What a decision would do: two plans of the same hours side by side, with and without it, counted,
 * written as the preview that governance asks for, and drawn.
 */
@NullMarked
package org.orbweaver.study.preview;

import org.jspecify.annotations.NullMarked;
