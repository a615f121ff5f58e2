/**
 * The API reference for people: static pages that the build makes from openapi.yaml ({@link
 * io.omnibridge.adapters.http.reference.ReferenceGenerator}), and the routes that serve them.
 */
@NullMarked
package io.omnibridge.adapters.http.reference;

import org.jspecify.annotations.NullMarked;
