package io.omnibridge.application.connect;

import io.omnibridge.domain.identity.ClientId;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** The return URLs that the operator allows. No other URL is used, however similar. */
public record ReturnUrls(List<ReturnUrl> all) {

    public ReturnUrls {
        all = List.copyOf(all);
    }

    /** Returns the entries that {@code client} may use. */
    ReturnUrls of(Optional<ClientId> client) {
        return new ReturnUrls(all.stream().filter(it -> it.isFor(client)).toList());
    }

    /** Returns the entry that equals {@code url} character by character. */
    public Optional<ReturnUrl> find(URI url) {
        String spelling = url.toString();
        return all.stream()
                .filter(allowed -> allowed.url().toString().equals(spelling))
                .findFirst();
    }
}
