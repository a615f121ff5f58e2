package io.omnibridge.application.connect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omnibridge.domain.identity.ClientId;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("S26")
class ReturnUrlsTest {

    private static final ClientId NOTES = new ClientId("notes-app");
    private static final ClientId MAIL = new ClientId("mail-app");
    private static final ReturnUrl FOR_ALL = new ReturnUrl(URI.create("https://app.example/all"), TicketDelivery.QUERY);
    private static final ReturnUrl FOR_NOTES = limited("https://app.example/notes", NOTES);
    private static final ReturnUrl FOR_BOTH = limited("https://app.example/both", NOTES, MAIL);
    private static final ReturnUrls URLS = new ReturnUrls(List.of(FOR_ALL, FOR_NOTES, FOR_BOTH));

    @Test
    void a_client_may_use_its_own_entries_and_those_of_all_clients() {
        assertEquals(
                List.of(FOR_ALL, FOR_NOTES, FOR_BOTH),
                URLS.of(Optional.of(NOTES)).all());
        assertEquals(List.of(FOR_ALL, FOR_BOTH), URLS.of(Optional.of(MAIL)).all());
    }

    @Test
    void another_client_and_one_without_a_name_may_use_no_limited_entry() {
        assertEquals(
                List.of(FOR_ALL),
                URLS.of(Optional.of(new ClientId("Notes-App"))).all());
        assertEquals(List.of(FOR_ALL), URLS.of(Optional.empty()).all());
    }

    private static ReturnUrl limited(String url, ClientId... clients) {
        return new ReturnUrl(URI.create(url), TicketDelivery.FRAGMENT, Set.of(clients));
    }
}
