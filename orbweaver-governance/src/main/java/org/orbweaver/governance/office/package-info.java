/**
 * Where entries come in and decisions go out: the office appends what the fold accepts, and the
 * executor hands the network what is proven.
 */
@NullMarked
package org.orbweaver.governance.office;

import org.jspecify.annotations.NullMarked;
