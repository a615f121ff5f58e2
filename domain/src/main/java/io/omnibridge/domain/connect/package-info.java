/** The OAuth authorization-code flow that ends in a link: one run of it, from its beginning to its end. */
@NullMarked
package io.omnibridge.domain.connect;

import org.jspecify.annotations.NullMarked;
