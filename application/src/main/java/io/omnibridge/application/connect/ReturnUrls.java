package io.omnibridge.application.connect;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/** The return URLs that the operator allows. No other URL is used, however similar. */
public record ReturnUrls(List<ReturnUrl> all) {

    public ReturnUrls {
        all = List.copyOf(all);
    }

    /** Returns the entry that equals {@code url} character by character. */
    public Optional<ReturnUrl> find(URI url) {
        String spelling = url.toString();
        return all.stream()
                .filter(allowed -> allowed.url().toString().equals(spelling))
                .findFirst();
    }
}
