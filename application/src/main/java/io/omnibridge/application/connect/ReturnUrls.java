package io.omnibridge.application.connect;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Everywhere that a browser may be sent, as the operator allows it: nothing else is, however similar. */
public record ReturnUrls(List<ReturnUrl> all) {

    public ReturnUrls {
        all = List.copyOf(all);
    }

    /** The entry that is spelled exactly as {@code url}, character by character. */
    public Optional<ReturnUrl> find(URI url) {
        String spelling = url.toString();
        return all.stream()
                .filter(address -> address.url().toString().equals(spelling))
                .findFirst();
    }
}
