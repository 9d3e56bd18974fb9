/**
 * A small, strict reader of JSON: what is signed must have one meaning only, so keys may not repeat
 * and nothing may follow.
 */
@NullMarked
package org.orbweaver.governance.json;

import org.jspecify.annotations.NullMarked;
