/** The real jar in processes of its own, over real HTTP and on real stores. All output is searched for canaries. */
@NullMarked
package io.omnibridge.bootstrap.e2e;

import org.jspecify.annotations.NullMarked;
