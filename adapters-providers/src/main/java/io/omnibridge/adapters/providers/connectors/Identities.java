package io.omnibridge.adapters.providers.connectors;

import java.util.Locale;
import java.util.Optional;

/** Identities that items of several sources share: the same mail or event has the same one, wherever it is found. */
public final class Identities {

    private Identities() {}

    /** Returns the identity of a mail by its {@code Message-ID} (RFC 5322 §3.6.4), with or without its angle brackets. */
    public static Optional<String> mail(Optional<String> messageId) {
        return messageId
                .map(it -> it.replaceAll("[<>\\s]", ""))
                .filter(it -> !it.isEmpty())
                .map(it -> "mail:" + it);
    }

    /** Returns the identity of an event by its {@code UID} (RFC 5545 §3.8.4.7). */
    public static Optional<String> event(Optional<String> uid) {
        return uid.map(String::strip).filter(it -> !it.isEmpty()).map(it -> "event:" + it.toLowerCase(Locale.ROOT));
    }
}
