/**
 * What a decision would do to whom, as governance asks for it and approvers sign it. Whoever can
 * plan answers; nothing here plans.
 */
@NullMarked
package org.orbweaver.governance.preview;

import org.jspecify.annotations.NullMarked;
