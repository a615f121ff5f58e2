package io.omnibridge.adapters.providers.connectors.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.domain.account.Scopes;
import io.omnibridge.domain.search.ItemContent;
import io.omnibridge.domain.search.ItemText;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Slack with the newer search, which granular scopes open. */
class SlackContextSearchTest extends SlackConnectorTest {

    @Override
    protected String searchPath() {
        return "/api/assistant.search.context";
    }

    @Override
    protected boolean hasEmptyPages() {
        return true;
    }

    @Override
    protected Scopes granted() {
        return Scopes.of(List.of("search:read", "search:read.public", "search:read.im", "channels:history"));
    }

    @Test
    void only_channels_that_the_scopes_open_are_searched() {
        found();

        assertEquals(List.of("im", "public_channel"), ((SlackFake) fake()).channelTypes());
    }

    @Test
    void one_message_is_found_by_its_channel_and_second() {
        ((SlackFake) fake()).refuseHistory();
        ItemContent content = run().result(item(fake().id(1)));

        assertEquals(new ItemText.Present("Plan", false, 0, 0), content.text());
        assertTrue(content.isPartial());
    }
}
