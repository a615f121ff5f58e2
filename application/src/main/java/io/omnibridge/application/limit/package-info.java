/** Limits of what one user or one provider may occupy of a node, so that neither can hold up the others. */
@NullMarked
package io.omnibridge.application.limit;

import org.jspecify.annotations.NullMarked;
