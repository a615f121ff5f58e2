package io.omnibridge.adapters.providers.testing;

/** Strict fakes of the five built-in providers' APIs, from the vendors' own descriptions. */
public final class StrictApis {

    private static final String PAGES = "per_page, page";

    private StrictApis() {}

    /** Gmail, Drive and Calendar. */
    public static StrictApi google() {
        return StrictApi.start()
                .add(
                        "GET",
                        "/gmail/v1/users/me/messages",
                        "q, maxResults, pageToken, labelIds, includeSpamTrash",
                        ApiReply.json(
                                "{\"messages\":[{\"id\":\"m1\",\"threadId\":\"t1\"}],\"nextPageToken\":\"p2\",\"resultSizeEstimate\":1}"))
                .add(
                        "GET",
                        "/gmail/v1/users/me/messages/{id}",
                        "format, metadataHeaders",
                        ApiReply.json(
                                "{\"id\":\"m1\",\"threadId\":\"t1\",\"snippet\":\"Hello\",\"internalDate\":\"1764240000000\","
                                        + "\"payload\":{\"headers\":[{\"name\":\"Subject\",\"value\":\"Plans\"}]}}"))
                .add("GET", "/gmail/v1/users/me/labels", "", ApiReply.json("{\"labels\":[]}"))
                .add("GET", "/gmail/v1/users/me/profile", "", ApiReply.json("{\"emailAddress\":\"ada@example.org\"}"))
                .add(
                        "GET",
                        "/drive/v3/files",
                        "q, pageSize, pageToken, fields, orderBy, spaces, corpora, includeItemsFromAllDrives, supportsAllDrives",
                        ApiReply.json(
                                "{\"files\":[{\"id\":\"f1\",\"name\":\"Plan\",\"thumbnailLink\":\"https://lh3.example/t\"}]}"))
                .add(
                        "GET",
                        "/drive/v3/files/{id}",
                        "fields, alt, supportsAllDrives, (range)",
                        ApiReply.json("{\"id\":\"f1\",\"name\":\"Plan\"}"))
                .add(
                        "GET",
                        "/drive/v3/files/{id}/export",
                        "mimeType, (range)",
                        ApiReply.file("text/plain", "The plan."))
                .add(
                        "GET",
                        "/calendar/v3/calendars/{id}/events",
                        "q, maxResults, pageToken, singleEvents, orderBy, timeMin, timeMax",
                        ApiReply.json(
                                "{\"items\":[{\"id\":\"e1\",\"summary\":\"Review\",\"iCalUID\":\"e1@google.com\"}]}"))
                .add(
                        "GET",
                        "/calendar/v3/calendars/{id}/events/{event}",
                        "",
                        ApiReply.json("{\"id\":\"e1\",\"summary\":\"Review\",\"iCalUID\":\"e1@google.com\"}"));
    }

    /** GitHub, which requires its version. */
    public static StrictApi github() {
        return StrictApi.start()
                .requireHeader("x-github-api-version")
                .add(
                        "GET",
                        "/search/issues",
                        "q, sort, order, advanced_search, " + PAGES,
                        ApiReply.json(
                                "{\"total_count\":1,\"incomplete_results\":false,\"items\":[{\"id\":1,\"title\":\"Bug\"}]}"))
                .add("GET", "/user", "", ApiReply.json("{\"id\":1,\"login\":\"ada\"}"))
                .add(
                        "GET",
                        "/repos/{owner}/{repo}",
                        "",
                        ApiReply.json(
                                "{\"id\":5,\"full_name\":\"o/r\",\"temp_clone_token\":\"AB12\",\"private\":true}"))
                .add("GET", "/repos/{owner}/{repo}/issues", "state, " + PAGES, ApiReply.json("[{\"number\":1}]"))
                .add("GET", "/repositories/{id}/issues", "state, " + PAGES, ApiReply.json("[{\"number\":2}]"))
                .add("GET", "/repos/{owner}/{repo}/issues/{number}", "", ApiReply.json("{\"number\":1}"))
                .add("GET", "/repos/{owner}/{repo}/issues/{number}/comments", "since, " + PAGES, ApiReply.json("[]"))
                .add(
                        "GET",
                        "/repos/{owner}/{repo}/pulls/{number}/comments",
                        "sort, direction, since, " + PAGES,
                        ApiReply.json("[]"))
                .add(
                        "GET",
                        "/repos/{owner}/{repo}/contents/{path+}",
                        "ref",
                        ApiReply.json(
                                "{\"name\":\"a\",\"download_url\":\"https://raw.example/a?token=1\",\"content\":\"YQ==\"}"));
    }

    /** Notion, which requires its version. */
    public static StrictApi notion() {
        return StrictApi.start()
                .requireHeader("notion-version")
                .add(
                        "POST",
                        "/v1/search",
                        "",
                        ApiReply.json("{\"object\":\"list\",\"results\":[],\"next_cursor\":null,\"has_more\":false}"))
                .add("GET", "/v1/users/me", "", ApiReply.json("{\"object\":\"user\",\"id\":\"u1\"}"))
                .add("GET", "/v1/pages/{id}", "filter_properties", ApiReply.json("{\"object\":\"page\",\"id\":\"p1\"}"))
                .add("GET", "/v1/data_sources/{id}", "", ApiReply.json("{\"object\":\"data_source\",\"id\":\"d1\"}"))
                .add(
                        "GET",
                        "/v1/pages/{id}/markdown",
                        "include_transcript",
                        ApiReply.json(
                                "{\"object\":\"page_markdown\",\"id\":\"p1\",\"markdown\":\"# Plan\",\"truncated\":false}"))
                .add(
                        "GET",
                        "/v1/blocks/{id}/children",
                        "start_cursor, page_size",
                        ApiReply.json(
                                "{\"results\":[{\"image\":{\"file\":{\"url\":\"https://s3.example/i?X-Amz-Signature=00\"}}}]}"));
    }

    /** Slack, which answers 200 in any case. */
    public static StrictApi slack() {
        return StrictApi.start()
                .add("GET", "/api/auth.test", "", ApiReply.json("{\"ok\":true,\"team_id\":\"T1\",\"user_id\":\"U1\"}"))
                .add(
                        "GET",
                        "/api/search.messages",
                        "query, count, highlight, page, cursor, sort, sort_dir, team_id",
                        ApiReply.json("{\"ok\":true,\"messages\":{\"matches\":[{\"ts\":\"1.1\",\"text\":\"Plan\"}]}}"))
                .add(
                        "POST",
                        "/api/assistant.search.context",
                        "",
                        ApiReply.json("{\"ok\":true,\"results\":{\"messages\":[]}}"))
                .add("GET", "/api/chat.getPermalink", "channel, message_ts", ApiReply.json("{\"ok\":true}"))
                .add(
                        "GET",
                        "/api/conversations.replies",
                        "channel, ts, latest, oldest, inclusive, limit, cursor",
                        ApiReply.json("{\"ok\":true,\"messages\":[]}"));
    }

    /** Microsoft Graph. */
    public static StrictApi microsoft() {
        StrictApi api = StrictApi.start();
        String list = "$top, $skip, $filter, $count, $orderby, $select, $skiptoken";
        return api.add("GET", "/v1.0/me", "$select", ApiReply.json("{\"id\":\"me-1\"}"))
                .add(
                        "GET",
                        "/v1.0/me/messages",
                        list + ", $search",
                        ApiReply.json(
                                "{\"@odata.nextLink\":\"" + api.url()
                                        + "/v1.0/me/messages?$skiptoken=2\",\"value\":[{\"id\":\"m1\",\"subject\":\"Plans\"}]}"))
                .add(
                        "GET",
                        "/v1.0/me/drive/root/search(q='{q}')",
                        list,
                        ApiReply.json(
                                "{\"value\":[{\"id\":\"d1\",\"@microsoft.graph.downloadUrl\":\"https://a.example/d\"}]}"))
                .add("GET", "/v1.0/me/messages/{id}", "$select", ApiReply.json("{\"id\":\"m1\"}"))
                .add("GET", "/v1.0/me/drive/items/{id}", "$select, $expand", ApiReply.json("{\"id\":\"d1\"}"))
                .add("GET", "/v1.0/me/drive/items/{id}/content", "(range)", ApiReply.file("text/plain", "The plan."));
    }

    /** Returns the members of a provider's entry that lead its APIs to a fake, as YAML with four spaces before each line. */
    public static String yaml(StrictApi api, String... prefixes) {
        StringBuilder yaml = new StringBuilder("    client_id: abc\n    client_secret: def\n    apis:\n");
        for (String prefix : prefixes) {
            String base = prefix.equals("/") ? "" : prefix;
            yaml.append("      ")
                    .append(prefix)
                    .append(": { url: ")
                    .append(api.url())
                    .append(base)
                    .append(" }\n");
        }
        return yaml.toString();
    }

    /** Returns the prefixes of the APIs of a built-in provider. */
    public static String[] prefixes(String provider) {
        return switch (provider) {
            case "google" -> new String[] {"/gmail/v1", "/drive/v3", "/calendar/v3"};
            case "github" -> new String[] {"/"};
            case "notion" -> new String[] {"/v1"};
            case "slack" -> new String[] {"/api"};
            case "microsoft" -> new String[] {"/v1.0"};
            default -> throw new IllegalArgumentException("no built-in provider");
        };
    }
}
