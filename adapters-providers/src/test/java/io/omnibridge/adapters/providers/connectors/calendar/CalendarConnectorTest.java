package io.omnibridge.adapters.providers.connectors.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omnibridge.adapters.providers.connectors.Connector;
import io.omnibridge.adapters.providers.connectors.ConnectorContract;
import io.omnibridge.adapters.providers.connectors.ProviderFake;
import io.omnibridge.domain.search.FoundItem;
import io.omnibridge.domain.search.ItemText;
import io.omnibridge.domain.search.ItemType;
import io.omnibridge.domain.search.MissingTextReason;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CalendarConnectorTest extends ConnectorContract {

    @Override
    protected Connector connector() {
        return new CalendarConnector();
    }

    @Override
    protected String provider() {
        return "google";
    }

    @Override
    protected ProviderFake startFake() {
        return new CalendarFake();
    }

    @Override
    protected FoundItem firstItem() {
        return new FoundItem(
                "7kq2v1_20261127T090000Z",
                ItemType.EVENT,
                "Plan",
                Optional.of("Agenda: the plan and more"),
                Optional.of(URI.create("https://www.google.com/calendar/event?eid=1")),
                Optional.of("Ada Lovelace"),
                Optional.of(Instant.parse("2026-11-20T10:00:00Z")),
                Optional.of("text/calendar"),
                Optional.of("event:7kq2v1@google.com"));
    }

    @Override
    protected ItemText firstText() {
        return new ItemText.Present("Agenda:\nthe plan\nand more", false, 1, 0);
    }

    @Override
    protected List<String> operators() {
        return List.of(
                "\"plan review\"",
                "-plan",
                "plan OR review",
                "plan AND NOT review",
                "title:plan",
                "who:ada@example.org",
                "(plan)",
                "plan*",
                "{plan}",
                "+plan",
                "\u201cplan\u201d",
                "calendar:x before:2026-01-01");
    }

    @Test
    void a_plain_description_keeps_its_lines() {
        ((CalendarFake) fake()).describe("Agenda\n1 < 2 & more");

        assertEquals(
                new ItemText.Present("Agenda\n1 < 2 & more", false, 0, 0),
                run().result(item(fake().id(1))).text());
    }

    @Test
    void an_event_without_a_description_has_no_text() {
        ((CalendarFake) fake()).describe("");

        assertEquals(
                new ItemText.Missing(MissingTextReason.NO_TEXT),
                run().result(item(fake().id(1))).text());
    }
}
