/** The Jetty server around the routes: limits, deadlines, headers, and errors that Jetty answers itself. */
@NullMarked
package io.omnibridge.adapters.http.server;

import org.jspecify.annotations.NullMarked;
