package io.omnibridge.adapters.providers.catalogue;

import io.omnibridge.adapters.providers.yaml.YamlMapping;
import io.omnibridge.adapters.providers.yaml.YamlValue;
import io.omnibridge.application.connect.ReturnUrl;
import io.omnibridge.application.connect.TicketDelivery;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the URLs to which browsers may be redirected. */
final class ReturnUrlReader {

    private final Set<URI> seen = new HashSet<>();

    List<ReturnUrl> read(YamlValue value) {
        return ValueParsers.list(value, item -> item.members().flatMap(this::entry));
    }

    private Optional<ReturnUrl> entry(YamlMapping members) {
        Optional<URI> url = members.require("url").flatMap(this::url);
        TicketDelivery delivery = members.find("ticket_in")
                .flatMap(it -> ValueParsers.constant(it, TicketDelivery.class))
                .orElse(TicketDelivery.FRAGMENT);
        members.rejectUnknown();
        return url.map(it -> new ReturnUrl(it, delivery));
    }

    private Optional<URI> url(YamlValue value) {
        Optional<URI> url = value.text().flatMap(text -> UrlParsers.urlForBrowser(value, text));
        if (url.isPresent() && !seen.add(url.get())) {
            value.reject("is given twice");
        }
        return url;
    }
}
