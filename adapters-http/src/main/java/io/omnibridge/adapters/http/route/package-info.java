/**
 * Routes: what each accepts, which permission it requires, and which use case it calls. Every request passes
 * {@link io.omnibridge.adapters.http.route.Dispatcher} before it reaches a route.
 */
@NullMarked
package io.omnibridge.adapters.http.route;

import org.jspecify.annotations.NullMarked;
