/** Tests of the tree: A published vectors, B against a tree made by definition. */
@NullMarked
package org.orbweaver.governance.merkle;

import org.jspecify.annotations.NullMarked;
