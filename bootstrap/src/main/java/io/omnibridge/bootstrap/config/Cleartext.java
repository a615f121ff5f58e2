package io.omnibridge.bootstrap.config;

import io.omnibridge.domain.InvalidValue;

/**
 * The rule for traffic of stores beyond loopback.
 *
 * @param isAllowed whether it may be cleartext, because something else encrypts
 */
record Cleartext(boolean isAllowed) {

    /**
     * @param remedy what to do, to complete the message
     * @throws InvalidValue unless the traffic is private or cleartext is allowed
     */
    void requirePrivate(boolean isPrivate, String remedy) {
        InvalidValue.unless(
                isPrivate || isAllowed,
                "leads beyond loopback without TLS: " + remedy
                        + ", or set OMNIBRIDGE_ALLOW_CLEARTEXT=true when something else encrypts");
    }
}
