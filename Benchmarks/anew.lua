-- Every request asks with another address, so that no whole page can be given again.
local number = 0
request = function()
   number = number + 1
   return wrk.format("GET", wrk.path .. "?n=" .. number)
end
