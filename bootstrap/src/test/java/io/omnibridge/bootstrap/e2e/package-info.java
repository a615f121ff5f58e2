/** The whole service over real HTTP, from start to stop, with every output searched for canaries. */
@NullMarked
package io.omnibridge.bootstrap.e2e;

import org.jspecify.annotations.NullMarked;
