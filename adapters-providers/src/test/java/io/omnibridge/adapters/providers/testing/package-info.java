/**
 * Test authorization server on loopback that can misbehave in many ways, for the tests of several modules.
 * {@link io.omnibridge.adapters.providers.testing.HostileAuthorizationServer} is the entry point.
 */
@NullMarked
package io.omnibridge.adapters.providers.testing;

import org.jspecify.annotations.NullMarked;
