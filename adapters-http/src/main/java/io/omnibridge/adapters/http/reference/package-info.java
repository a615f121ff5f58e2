/**
 * The API reference for people: static pages about the operations and schemas of openapi.yaml. The build makes them ({@link
 * io.omnibridge.adapters.http.reference.ReferenceGenerator}), and {@code ReferenceRoutes} serves them.
 */
@NullMarked
package io.omnibridge.adapters.http.reference;

import org.jspecify.annotations.NullMarked;
