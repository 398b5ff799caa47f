-- Runs what a person does in Neovim, given as a Lua chunk, and writes what it returns as JSON. The chunk types keys and
-- waits for conditions; while it waits, Neovim goes on. Environment: SESSION is the file of the chunk, OUTCOME where to write.
local patience_ms = 30000

--- Lets Neovim go on until the answer is neither false nor nil, and returns it.
local function wait_for(what, ask)
  local deadline = vim.loop.now() + patience_ms
  while true do
    local answer = ask()
    if answer then return answer end
    if vim.loop.now() > deadline then error('Waited 30 s in vain: ' .. what) end
    coroutine.yield()
  end
end

--- The codes of the diagnostics that are shown.
local function codes()
  return vim.tbl_map(function(diagnostic) return diagnostic.code end, vim.diagnostic.get(0))
end

local person = {
  wait_for = wait_for,
  type = vim.api.nvim_input,
  lines = function() return vim.api.nvim_buf_get_lines(0, 0, -1, true) end,
  codes = codes,
  shows = function(code) return vim.tbl_contains(codes(), code) end,
  --- Puts the cursor at the first place of some text.
  go_to = function(text)
    vim.api.nvim_win_set_cursor(0, { 1, 0 })
    assert(vim.fn.search('\\V' .. text, 'c') > 0, text .. ' is not in the buffer')
  end,
  --- The client of the language server, once it has answered.
  client = function()
    return wait_for('a client that is attached', function()
      local clients = vim.lsp.get_clients and vim.lsp.get_clients({ bufnr = 0 }) or vim.lsp.buf_get_clients(0)
      local _, client = next(clients)
      return client and client.initialized and client
    end)
  end,
}

local function finish(outcome)
  local file = assert(io.open(vim.env.OUTCOME, 'w'))
  file:write(vim.json.encode(outcome))
  file:close()
  vim.cmd('qall!')
end

local thread = coroutine.create(function()
  return assert(loadfile(vim.env.SESSION))(person)
end)
local timer = vim.loop.new_timer()
timer:start(0, 10, vim.schedule_wrap(function()
  if coroutine.status(thread) ~= 'suspended' then return end
  local ok, result = coroutine.resume(thread)
  if not ok then finish({ problem = debug.traceback(thread, result) }) end
  if ok and coroutine.status(thread) == 'dead' then finish({ result = result }) end
end))
