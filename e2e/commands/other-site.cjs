// Loaded into the server of a test before anything else: the name grace.example stands for a public address, and what connects to it
// reaches the server of the test at OTHER_SITE_PORT. What may be connected to is decided before, as on the web.
const dns = require('node:dns/promises');
const { syncBuiltinESMExports } = require('node:module');
const net = require('node:net');

const HOST = 'grace.example';
const PUBLIC_ADDRESS = { address: '93.184.216.34', family: 4 };

const { lookup } = dns;
dns.lookup = async (host, options) => (host === HOST ? [PUBLIC_ADDRESS] : lookup(host, options));

const { connect } = net.Socket.prototype;
net.Socket.prototype.connect = function connectToTest(...args) {
  const [options] = Array.isArray(args[0]) ? args[0] : args;
  if (options?.host === HOST) {
    const { lookup: check } = options;
    options.port = Number(process.env.OTHER_SITE_PORT);
    options.lookup = (host, how, callback) =>
      check(host, how, (error) => {
        if (error) callback(error);
        else if (how.all) callback(null, [{ address: '127.0.0.1', family: 4 }]);
        else callback(null, '127.0.0.1', 4);
      });
  }
  return connect.apply(this, args);
};

syncBuiltinESMExports();
