-- Sends WRK_METHOD WRK_PATH with WRK_BODY, with WRK_COUNT of the WRK_TOTAL tokens in the lines of WRK_TOKENS in turn: from
-- line WRK_FIRST on, and behind the last line from the first one. Each connection waits WRK_PAUSE milliseconds before it sends. With one token it is the same request always, which wrk then prepares once.
local first, count = tonumber(os.getenv("WRK_FIRST")), tonumber(os.getenv("WRK_COUNT"))
local total = tonumber(os.getenv("WRK_TOTAL"))
local tokens, requests, last, line = {}, {}, 0, 0

for token in io.lines(os.getenv("WRK_TOKENS")) do
  line = line + 1
  local place = (line - first) % total + 1
  if place <= count then
    tokens[place] = token
  end
end

local function headers(token)
  return {["Authorization"] = "Bearer " .. token, ["Content-Type"] = "application/json"}
end

wrk.method = os.getenv("WRK_METHOD")
wrk.path = os.getenv("WRK_PATH")
if os.getenv("WRK_BODY") ~= "" then
  wrk.body = os.getenv("WRK_BODY")
end
for name, value in pairs(headers(tokens[1])) do
  wrk.headers[name] = value
end

if #tokens > 1 then
  function init()
    for i, token in ipairs(tokens) do
      requests[i] = wrk.format(nil, nil, headers(token))
    end
  end

  function request()
    last = last % #requests + 1
    return requests[last]
  end
end

local pause = tonumber(os.getenv("WRK_PAUSE"))
if pause > 0 then
  function delay()
    return pause
  end
end
