/** The routes: what each accepts, which permission it needs, and the use case that it calls. */
@NullMarked
package io.omnibridge.adapters.http.route;

import org.jspecify.annotations.NullMarked;
