/**
 * Provider with invented data, in the process of {@code serve --dev}, so that a trial needs no account anywhere. {@code
 * DemoProvider} is its server, and {@code DemoIssuer} issues the JWTs.
 */
@NullMarked
package io.omnibridge.bootstrap.demo;

import org.jspecify.annotations.NullMarked;
