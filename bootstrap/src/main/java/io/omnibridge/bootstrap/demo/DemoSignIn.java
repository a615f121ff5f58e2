package io.omnibridge.bootstrap.demo;

import java.util.Optional;

/**
 * A sign-in of one of the demo's persons.
 *
 * @param nonce of the request, which the ID token repeats
 */
record DemoSignIn(String person, Optional<String> nonce) {}
