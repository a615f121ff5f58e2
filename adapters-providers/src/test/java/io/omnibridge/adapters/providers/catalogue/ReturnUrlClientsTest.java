package io.omnibridge.adapters.providers.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omnibridge.domain.identity.ClientId;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The providers file may limit a return URL to clients. */
@Tag("S26")
class ReturnUrlClientsTest {

    @Test
    void an_entry_is_for_the_clients_that_it_names_or_for_all() throws InvalidCatalogue {
        Catalogue catalogue = Catalogue.read("""
                return_to:
                  - url: https://app.example/notes
                    clients: [notes-app, "Mail App"]
                  - url: https://app.example/all
                """, Path.of(""));

        assertEquals(
                List.of(Set.of(new ClientId("notes-app"), new ClientId("Mail App")), Set.of()),
                catalogue.returnUrls().all().stream().map(url -> url.clients()).toList());
    }

    @Test
    void mistakes_are_reported_by_line_and_never_open_the_url_to_every_client() {
        String yaml = """
                return_to:
                  - url: https://app.example/a
                    clients: []
                  - url: https://app.example/b
                    clients:
                  - url: https://app.example/c
                    clients: notes-app
                  - url: https://app.example/d
                    clients: [notes-app, notes-app]
                  - url: https://app.example/e
                    clients: [" notes-app"]
                  - url: https://app.example/f
                    clients: ["cAnArY-77\\tx"]
                """;

        assertEquals(
                List.of(
                        "line 3: return_to[0].clients must not be empty",
                        "line 4: return_to[1] must have a client in clients; leave the member out for all clients",
                        "line 7: return_to[2].clients must be a list",
                        "line 9: return_to[3].clients must not name anything twice"),
                CatalogueMistakesTest.problems(yaml).stream()
                        .filter(problem ->
                                problem.contains(".clients must") || problem.contains("] must have a client"))
                        .toList());
        assertEquals(
                List.of(
                        "line 11: return_to[4].clients[0] must not begin or end with white space or an invisible character",
                        "line 13: return_to[5].clients[0] must not contain control characters"),
                CatalogueMistakesTest.problems(yaml).stream()
                        .filter(problem -> problem.contains(".clients[0]"))
                        .toList());
    }
}
