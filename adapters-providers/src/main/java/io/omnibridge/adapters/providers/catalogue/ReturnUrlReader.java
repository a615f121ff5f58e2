package io.omnibridge.adapters.providers.catalogue;

import io.omnibridge.adapters.providers.yaml.Members;
import io.omnibridge.adapters.providers.yaml.Value;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads where browsers may be sent back to. */
final class ReturnUrlReader {

    /** Where the ticket goes. */
    private enum TicketIn {
        FRAGMENT,
        QUERY
    }

    private final Set<URI> seen = new HashSet<>();

    List<ReturnUrl> read(Value value) {
        return Readings.list(value, item -> item.members().flatMap(this::entry));
    }

    private Optional<ReturnUrl> entry(Members members) {
        Optional<URI> url = members.require("url").flatMap(this::url);
        boolean isInQuery = members.find("ticket_in")
                .flatMap(it -> Readings.word(it, TicketIn.class))
                .filter(it -> it == TicketIn.QUERY)
                .isPresent();
        members.refuseUnknown();
        return url.map(it -> new ReturnUrl(it, isInQuery));
    }

    private Optional<URI> url(Value value) {
        return value.text().flatMap(text -> {
            Optional<URI> url = Urls.parse(text);
            if (url.isEmpty()) {
                value.refuse(Urls.RULE);
            } else if (!seen.add(url.get())) {
                value.refuse("is given twice");
            }
            return url;
        });
    }
}
