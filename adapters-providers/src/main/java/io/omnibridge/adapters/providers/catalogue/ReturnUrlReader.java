package io.omnibridge.adapters.providers.catalogue;

import io.omnibridge.adapters.providers.yaml.YamlMapping;
import io.omnibridge.adapters.providers.yaml.YamlValue;
import io.omnibridge.application.connect.ReturnUrl;
import io.omnibridge.application.connect.TicketDelivery;
import io.omnibridge.domain.InvalidValue;
import io.omnibridge.domain.identity.ClientId;
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
        Set<ClientId> clients = clients(members);
        members.rejectUnknown();
        return url.map(it -> new ReturnUrl(it, delivery, clients));
    }

    /** A member without a value is a mistake: it must not open the URL to every client. */
    private static Set<ClientId> clients(YamlMapping members) {
        if (members.isNull("clients")) {
            members.reject("must have a client in clients; leave the member out for all clients");
            return Set.of();
        }
        return members.find("clients")
                .map(value -> Set.copyOf(ValueParsers.several(value, ReturnUrlReader::client)))
                .orElse(Set.of());
    }

    private static Optional<ClientId> client(YamlValue value) {
        return value.text().flatMap(text -> {
            try {
                return Optional.of(new ClientId(text));
            } catch (InvalidValue e) {
                value.reject(e.getMessage());
                return Optional.empty();
            }
        });
    }

    private Optional<URI> url(YamlValue value) {
        Optional<URI> url = value.text().flatMap(text -> UrlParsers.urlForBrowser(value, text));
        if (url.isPresent() && !seen.add(url.get())) {
            value.reject("is given twice");
        }
        return url;
    }
}
