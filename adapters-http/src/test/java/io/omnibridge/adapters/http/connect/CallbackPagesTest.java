package io.omnibridge.adapters.http.connect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.adapters.http.testing.Answer;
import io.omnibridge.adapters.http.testing.Backend;
import io.omnibridge.adapters.http.testing.Connecting;
import io.omnibridge.adapters.http.testing.Connecting.Begun;
import io.omnibridge.adapters.http.testing.TestApi;
import io.omnibridge.adapters.http.testing.TestSetup;
import io.omnibridge.application.port.StoreUnavailable;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What people see who come back from a provider. */
class CallbackPagesTest {

    private static final Pattern TICKET = Pattern.compile("<code>([A-Za-z0-9_-]{43})</code>");

    @RegisterExtension
    static final TestApi API = TestApi.usual();

    @RegisterExtension
    static final TestApi DEVELOPMENT = TestSetup.DEFAULT.showingTickets().api();

    private final Connecting connecting = new Connecting(API);

    @Tag("O10")
    @Test
    void whatever_is_answered_there_says_where_it_was_to_nobody_and_stands_in_no_frame() {
        List<Answer> answers = new ArrayList<>();
        String without = connecting.begin("alice").state();
        answers.add(connecting.comeBack("google", "code=c&state=" + without));
        answers.add(connecting.comeBack("google", "code=c&state=" + without));
        answers.add(connecting.comeBack("google", ""));
        answers.add(connecting.comeBack("Google", "code=c&state=x"));
        answers.add(connecting.comeBack(
                "google",
                "error=access_denied&state=" + connecting.begin("alice").state()));
        String with = connecting.beginFor("alice", Backend.IN_FRAGMENT).state();
        answers.add(connecting.comeBack("google", "code=c&state=" + with));
        API.store().beforeEveryCall(() -> {
            throw new StoreUnavailable("down");
        });
        answers.add(connecting.comeBack("google", "code=c&state=x"));
        API.store().beforeEveryCall(() -> {
            throw new IllegalStateException("canary");
        });
        answers.add(connecting.comeBack("google", "code=c&state=x"));

        API.store().beforeEveryCall(() -> {
            throw new StackOverflowError("canary");
        });
        answers.add(connecting.comeBack("google", "code=c&state=x"));

        assertEquals(
                List.of(200, 404, 400, 404, 400, 303, 503, 500, 500),
                answers.stream().map(Answer::status).toList());
        answers.forEach(CallbackPagesTest::isSealedOff);
        answers.stream()
                .filter(answer -> answer.status() != 303)
                .forEach(answer -> assertEquals("text/html;charset=utf-8", answer.header("content-type")));
    }

    private static void isSealedOff(Answer answer) {
        answer.hasCommonHeaders();
        assertEquals("no-referrer", answer.header("referrer-policy"));
        assertEquals("DENY", answer.header("x-frame-options"));
        String policy = answer.header("content-security-policy");
        assertTrue(policy.startsWith("default-src 'none'; style-src 'sha256-"), policy);
        assertTrue(policy.endsWith("frame-ancestors 'none'"), policy);
        assertFalse(policy.contains("unsafe"), policy);
        assertFalse(answer.body().contains("canary"), answer::toString);
    }

    @Test
    void who_has_given_the_permission_is_sent_back_to_the_application() {
        Begun begun = connecting.begin("alice");
        Answer answer =
                connecting.comeBack("google", "code=c&state=" + begun.state()).is(200);
        assertTrue(answer.body().contains("<h1>Almost done</h1>"), answer.body());
        assertFalse(TICKET.matcher(answer.body()).find());
        assertFalse(answer.body().contains(begun.id()));
    }

    @Test
    void who_has_not_is_told_so_in_plain_words() {
        Begun begun = connecting.begin("alice");
        Answer answer = connecting.comeBack(
                "google", "error=access_denied&error_description=%3Cscript%3E&state=" + begun.state());
        assertTrue(answer.body().contains("<h1>The account was not connected</h1>"), answer.body());
        assertTrue(answer.body().contains("The permission was not given at the provider"), answer.body());
        assertFalse(answer.body().contains("script"), answer.body());
    }

    @Test
    void an_error_can_be_found_again_by_the_id_of_the_request() {
        Answer answer = connecting.comeBack("google", "");
        assertTrue(answer.body().contains("<p>Request " + answer.header("x-request-id") + "</p>"), answer.body());
    }

    @Tag("D2")
    @Test
    void while_the_store_is_away_people_are_told_when_to_try_again() {
        API.store().beforeEveryCall(() -> {
            throw new StoreUnavailable("down");
        });
        Answer answer = connecting.comeBack("google", "code=c&state=x").is(503);
        assertEquals("1", answer.header("retry-after"));
        assertTrue(answer.body().contains("<h1>"), answer.body());
    }

    @Test
    void in_development_the_page_shows_the_ticket_once_and_it_is_the_one() {
        Connecting developing = new Connecting(DEVELOPMENT);
        Begun begun = developing.begin("alice");
        String query = "code=c&state=" + begun.state();
        Answer page = developing.comeBack("google", query).is(200);
        assertTrue(page.body().contains("<code>" + begun.id() + "</code>"), page.body());
        Matcher ticket = TICKET.matcher(page.body());
        assertTrue(ticket.find(), page.body());
        isSealedOff(page);
        assertFalse(TICKET.matcher(developing.comeBack("google", query).body()).find());
        developing.complete("alice", begun.id(), ticket.group(1)).is(201);
    }
}
