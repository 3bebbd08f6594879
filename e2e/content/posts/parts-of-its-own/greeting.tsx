export default function Greeting({ name }: { name: string }) {
  return <strong>Good morning, {name}.</strong>;
}
