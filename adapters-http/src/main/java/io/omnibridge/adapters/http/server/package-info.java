/**
 * Jetty server around the routes: TLS, limits on requests and slow clients, common headers, and errors that Jetty detects.
 * {@link io.omnibridge.adapters.http.server.JettySetup} puts the handlers together.
 */
@NullMarked
package io.omnibridge.adapters.http.server;

import org.jspecify.annotations.NullMarked;
